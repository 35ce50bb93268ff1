export const id = {
  days: '{n, plural, other {# hari}}',
  overdue: 'Lewat waktu',
  renewal: 'Perpanjangan',
  expired: 'Perjanjian habis',
  suspended: 'Dihentikan',
  nobody: '-',
} as const;

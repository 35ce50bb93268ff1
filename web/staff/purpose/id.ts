export const id = {
  question: 'Untuk apa data ini dibuka?',
  why: 'Keperluan ini tercatat dan dapat dilihat oleh orang yang bersangkutan. Cukup dinyatakan sekali untuk orang ini.',
  open: 'Buka',
} as const;

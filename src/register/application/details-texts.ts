/** What is said about an application's details. */
export const detailsTexts = {
  id: {
    'application.details_invalid':
      'Ada {n, plural, other {# isian}} permohonan yang belum benar. Perbaiki isian yang ditandai.',
    'application.no_card':
      'Penduduk ini tidak tercantum dalam kartu keluarga di wilayah Anda. Ajukan kartu keluarga baru, atau pilih penduduk lain.',
    'field.not_fitting': 'Isian ini tidak sesuai. Periksa dan perbaiki.',
    'field.card_ended': 'Kartu keluarga ini tidak berlaku lagi. Pilih kartu yang berlaku.',
  },
  en: {
    'application.details_invalid':
      '{n, plural, one {One field} other {# fields}} of this application {n, plural, one {is} other {are}} not right. Mend what is marked.',
    'application.no_card':
      'This resident stands in no family card of your area. Apply for a new family card, or choose another resident.',
    'field.not_fitting': 'This does not fit here. Check and mend it.',
    'field.card_ended': 'This family card is no longer in force. Choose one that is.',
  },
} as const;

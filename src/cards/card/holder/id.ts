export const id = {
  'card.message.code.subject': 'Kode KTP-el Anda',
  'card.message.code.text':
    'Kode KTP-el: {code}. Diminta {at}, berlaku {minutes, plural, other {# menit}}. Jangan berikan kepada siapa pun; petugas tidak pernah menanyakannya. Bukan Anda yang meminta? Abaikan.',
  'card.message.suspended.subject': 'KTP-el Anda dibekukan',
  'card.message.suspended.text':
    'KTP-el Anda dilaporkan hilang {at} dan dibekukan. Bila ditemukan atau bukan Anda yang melapor, batalkan sampai {until} di {address}; sesudahnya di loket dengan menunjukkan kartu.',
  'card.message.lifted.subject': 'KTP-el Anda berlaku kembali',
  'card.message.lifted.text':
    'KTP-el Anda berlaku kembali sejak {at}. Bila bukan Anda yang mengaktifkannya, segera hubungi kantor Dukcapil.',
  'card.message.loss_closed.subject': 'Masa pembatalan laporan kehilangan berakhir',
  'card.message.loss_closed.text':
    'Laporan kehilangan KTP-el Anda tidak dapat lagi dibatalkan dari jauh. Kartu tetap dibekukan. Bila ditemukan, bawa kartunya ke loket Dukcapil. Bila tidak, ajukan kartu baru di loket mana pun dengan surat kehilangan dari kepolisian.',
  'card.message.contact_changed.subject': 'Kontak KTP-el Anda diganti',
  'card.message.contact_changed.text':
    'Pesan tentang KTP-el Anda mulai sekarang dikirim ke {contact}. Bila bukan Anda yang memintanya, segera hubungi kantor Dukcapil.',
} as const;

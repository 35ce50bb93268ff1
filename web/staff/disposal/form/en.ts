export const en = {
  count: 'Write the number in digits, such as 498.',
  time: 'Write hours and minutes, such as 14.30.',
  short: 'Explain in at least {least, number} letters.',
  choose: 'Choose',
  sending: 'Sending',
  'scan.take': 'Take',
  notSent: 'Not sent: the server cannot be reached. Choose the same file once more.',
} as const;

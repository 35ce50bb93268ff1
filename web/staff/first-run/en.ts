import type { id } from './id.ts';

export const en: Readonly<Record<keyof typeof id, string>> = {
  title: 'Setting up',
  'about.first':
    'This register is still empty. Two people sign up as administrators, each with a code of his own, so that nobody rules alone. Both codes are printed on the screen where the system was started.',
  'about.second':
    'One more administrator, a different person, with the second code. After that the system can be used.',
  place: 'Administrator {place} of {of}',
  code: 'One-time code',
  'code.hint': 'Printed when the system was first started',
  name: 'Full name',
  username: 'User name',
  'username.hint': 'Small letters, figures, dots or dashes',
  password: 'Password',
  'password.hint': 'At least 12 letters. Several unrelated words are safer and easier to remember.',
  act: 'Register the administrator',
  busy: 'Registering …',
  registered: '{name} is registered as administrator.',
  over: 'Both administrators are registered. The system is ready.',
  signIn: 'Sign in',
};

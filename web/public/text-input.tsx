/** A field of a plain form: label above, hint below it, the error beside the field, without a script. */
export function TextInput(given: {
  name: string;
  label: string;
  hint: string;
  value?: string;
  error?: string | null;
  required?: boolean;
  numeric?: boolean;
  /** A code that came by message: a telephone offers to fill it in. */
  oneTimeCode?: boolean;
  /** What is typed; a password is not shown. */
  type?: 'text' | 'email' | 'password';
  /** What a browser may fill in by itself. */
  fill?: 'username' | 'current-password' | 'new-password';
}) {
  const { name, error } = given;
  const described = error ? `${name}-petunjuk ${name}-salah` : `${name}-petunjuk`;
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={name}>{given.label}</label>
      <p className="hint" id={`${name}-petunjuk`}>
        {given.hint}
      </p>
      <input
        id={name}
        name={name}
        type={given.type ?? 'text'}
        autoComplete={given.fill ?? (given.oneTimeCode ? 'one-time-code' : 'off')}
        autoCapitalize="off"
        spellCheck={false}
        defaultValue={given.value}
        required={given.required}
        aria-describedby={described}
        {...(error ? { 'aria-invalid': true } : {})}
        {...(given.numeric ? { inputMode: 'numeric' as const } : {})}
      />
      {error && (
        <p className="error" id={`${name}-salah`}>
          {error}
        </p>
      )}
    </div>
  );
}

/** One of a list, in a plain form. */
export function Select(given: {
  name: string;
  label: string;
  hint?: string;
  value: string;
  none?: string;
  choices: readonly { readonly value: string; readonly label: string }[];
}) {
  const { name, hint } = given;
  return (
    <div className="field">
      <label htmlFor={name}>{given.label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${name}-petunjuk`}>
          {hint}
        </p>
      )}
      <select
        id={name}
        name={name}
        defaultValue={given.value}
        {...(hint === undefined ? {} : { 'aria-describedby': `${name}-petunjuk` })}
      >
        {given.none !== undefined && <option value="">{given.none}</option>}
        {given.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

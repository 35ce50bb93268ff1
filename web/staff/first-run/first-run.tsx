export function FirstRun() {
  return <h1>FirstRun</h1>;
}

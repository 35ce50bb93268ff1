/** `2018-1` as people write it: `Semester I 2018`. */
export function semesterName(semester: string): string {
  return `Semester ${semester.endsWith('1') ? 'I' : 'II'} ${semester.slice(0, 4)}`;
}

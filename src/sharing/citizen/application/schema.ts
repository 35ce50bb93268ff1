/** What the page of a person's applications is given. Safe in a browser. */
export interface ApplicationsPage {
  readonly applications: readonly {
    readonly number: string;
    /** In words. */
    readonly what: string;
    readonly state: string;
    readonly office: string;
    readonly submittedAt: string | null;
    readonly dueOn: string | null;
  }[];
}

/** One thing that is wrong with one input, as Pulumi shows it. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

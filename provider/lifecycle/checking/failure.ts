/** One fault of one input, in the form that Pulumi shows. */
export interface Failure {
  readonly property: string;
  readonly reason: string;
}

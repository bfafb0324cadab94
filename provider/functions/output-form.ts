import * as pulumi from "@pulumi/pulumi";

/** The same arguments, each of which may be an output. */
export type InInputs<Args> = { readonly [Name in keyof Args]: pulumi.Input<Args[Name]> };

/** If no argument is required, the call may leave all of them out. */
export type OutputForm<Args, Result> = (
  ...args: object extends Args ? [args?: InInputs<Args>] : [args: InInputs<Args>]
) => pulumi.Output<Result>;

/** The form of a function that takes and returns outputs. As long as an argument is unknown, the result is unknown. */
export function outputForm<Args extends object, Result>(
  get: (args: Args) => Promise<Result>,
): OutputForm<Args, Result> {
  return (args = {} as InInputs<Args>) => pulumi.output<object>(args).apply((known) => get(known as Args));
}

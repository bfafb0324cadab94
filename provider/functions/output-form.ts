import * as pulumi from "@pulumi/pulumi";

/** The same arguments, each of which may be an output. */
export type InInputs<Args> = { readonly [Name in keyof Args]: pulumi.Input<Args[Name]> };

/** Arguments need not be given where none of them has to be. */
export type OutputForm<Args, Result> = (
  ...args: object extends Args ? [args?: InInputs<Args>] : [args: InInputs<Args>]
) => pulumi.Output<Result>;

/** The form of a function that takes and gives outputs; while an argument is unknown, so is the result. */
export function outputForm<Args extends object, Result>(
  get: (args: Args) => Promise<Result>,
): OutputForm<Args, Result> {
  return (args = {} as InInputs<Args>) => pulumi.output<object>(args).apply((known) => get(known as Args));
}

import { environmentWith, secretsMissing, stackConfigOf } from "../stack-config";
import type { VerbContext } from "../verb";

/** The context of a command with the plain settings of the stack. What stands in the environment wins. */
export function inStack(context: VerbContext, { stack }: { readonly stack?: string }): VerbContext {
  const config = stackConfigOf(process.cwd(), stack);
  return {
    ...context,
    env: environmentWith(context.env, config),
    missingSecrets: secretsMissing(context.env, config),
  };
}

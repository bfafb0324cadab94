import { environmentWith, secretsMissing, stackConfigOf, withoutLogin } from "../stack-config";
import type { VerbContext } from "../verb";

export interface InStackOptions {
  readonly stack?: string;
  /** The server that the command was told to ask; undefined: the one that is set. */
  readonly url?: string;
}

/**
 * The context of a command with the plain settings of the stack. What stands in the environment wins. The login of the
 * stack goes to the server of the stack alone.
 */
export function inStack(context: VerbContext, { stack, url }: InStackOptions): VerbContext {
  const found = stackConfigOf(process.cwd(), stack);
  const own = context.env["HALECONNECT_URL"] || found?.values.get("url");
  const config = found !== undefined && isElsewhere(url, own) ? withoutLogin(found) : found;
  return {
    ...context,
    env: environmentWith(context.env, config),
    missingSecrets: secretsMissing(context.env, config),
  };
}

function isElsewhere(asked: string | undefined, own: string | undefined): boolean {
  const originOf = (address = ""): string | undefined => (URL.canParse(address) ? new URL(address).origin : undefined);
  return asked !== undefined && originOf(asked) !== originOf(own);
}

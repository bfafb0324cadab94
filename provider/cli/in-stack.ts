import { environmentWith, hasLogin, secretsMissing, stackConfigOf, withoutLogin } from "./stack-config";
import type { VerbContext } from "./verb";

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
  const ofStack = found?.values.get("url");
  const asked = url ?? (context.env["HALECONNECT_URL"] || undefined);
  const isElsewhere = found !== undefined && asked !== undefined && originOf(asked) !== originOf(ofStack ?? asked);
  const config = isElsewhere ? withoutLogin(found) : found;
  return {
    ...context,
    env: environmentWith(context.env, config),
    missingSecrets: [
      ...secretsMissing(context.env, config),
      ...(isElsewhere && hasLogin(found)
        ? [`the login of the stack ${found.stack} is for ${ofStack ?? ""}, so it is not used for ${asked}`]
        : []),
    ],
  };
}

/** Tells which secrets the stack has and the command cannot use. */
export function warnOfMissingSecrets({ terminal, missingSecrets = [] }: VerbContext): void {
  missingSecrets.forEach((text) => {
    terminal.warn(text);
  });
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

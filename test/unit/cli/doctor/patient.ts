import { examine, type NamedFinding } from "../../../../provider/cli/doctor/examine";
import type { StackConfig } from "../../../../provider/cli/stack-config";
import { temporaryFolder } from "../../client/scripted-server";

/** The command's checks in this process, with nothing of this machine's environment. */
export async function examined(
  env: NodeJS.ProcessEnv,
  more: { readonly folder?: string; readonly today?: number; readonly config?: StackConfig } = {},
): Promise<readonly NamedFinding[]> {
  const folder = more.folder ?? temporaryFolder();
  return examine(
    {
      env: { PATH: folder, HOME: folder, XDG_CACHE_HOME: folder, ...env },
      folder,
      signal: new AbortController().signal,
      today: more.today ?? Date.now(),
      ...(more.config === undefined ? {} : { config: more.config }),
    },
    { begins: () => undefined, found: () => undefined },
  );
}

export function named(findings: readonly NamedFinding[], name: string): NamedFinding {
  const found = findings.find((finding) => finding.name === name);
  if (found === undefined) {
    throw new Error(`there is no check ${name}`);
  }
  return found;
}

export const loginTo = (url: string): NodeJS.ProcessEnv => ({
  HALECONNECT_URL: url,
  HALECONNECT_USERNAME: "alice",
  HALECONNECT_PASSWORD: "correct horse",
});

import { documentFolders, services } from "../../../contract";
import { failed, findingOf, ok, skipped, warning, type Check } from "../finding";

/** Folders of the services that the provider calls. */
const used = new Set(services.map(({ folder }) => folder));

/** Which of the platform's documents can be read with the login. */
export const checkDocuments: Check = async ({ probe, token, identity }) => {
  if (probe === undefined || identity === undefined) {
    return skipped(probe === undefined ? "there is no trusted connection" : "the server is no hale»connect");
  }
  try {
    const found = await Promise.all(
      documentFolders.map(async (folder) => {
        const path = `${folder}/swagger.yaml`;
        const answer = await probe.look(path, token);
        return { folder, path, text: answer.text, problem: problemWith(answer) };
      }),
    );
    const documents = new Map(
      found.flatMap(({ path, text, problem }) => (problem === undefined ? [[path, text] as const] : [])),
    );
    const learnt = { documents };
    const missing = found.filter(({ problem }) => problem !== undefined);
    const readable = `${found.length - missing.length} of ${found.length} can be read`;
    const list = missing.map(({ folder, problem }) => `${folder} (${problem ?? ""})`).join(", ");
    const lacks = missing.filter(({ folder }) => used.has(folder));
    if (lacks.length === 0) {
      return ok(missing.length === 0 ? readable : `${readable}; not ${list}, which the provider does not use`, learnt);
    }
    const login = token === undefined ? "Log in first: the documents of a platform need a login." : undefined;
    return lacks.length === used.size
      ? failed(
          `${readable}: ${list}`,
          login ?? "Check that the account may use the API, and that the platform's operator has enabled it.",
        )
      : warning(
          `${readable}; not ${list}`,
          login ?? "Ask the platform's operator why these documents are not there.",
          learnt,
        );
  } catch (error) {
    return findingOf(error);
  }
};

function problemWith({ status, text }: { readonly status: number; readonly text: string }): string | undefined {
  if (status !== 200) {
    return `status ${status}`;
  }
  return /^\s*\{?\s*["']?(swagger|openapi)["']?\s*:/m.test(text) ? undefined : "something else";
}

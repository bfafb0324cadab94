import { readApiDocument } from "../../binding/documents";
import { documentLimits } from "../../binding/documents/limits";
import { publishedAs } from "../../binding/file/servers";
import type { PulledDocument } from "../../binding/pulling/pull";
import type { DocumentSource, FetchedText } from "../../client/document-source";
import { HaleconnectError, isError } from "../../errors";
import { problemOf } from "./documents-in-folder";

/** A document that is to be read, with all places where it may stand. */
export interface Wanted {
  readonly name: string;
  readonly paths: readonly string[];
}

export function wantedIn(folders: readonly string[]): readonly Wanted[] {
  return folders.map((folder) => ({ name: folder.slice(1), paths: publishedAs.map((file) => `${folder}/${file}`) }));
}

/** Documents that are on their way at the same time. */
const AT_ONCE = 4;

/** Reads the documents of a server. One that cannot be read says so, and the others go on. */
export async function documentsOnServer(
  source: DocumentSource,
  wanted: readonly Wanted[],
  advance: (name: string) => void,
): Promise<readonly PulledDocument[]> {
  const read = new Map<string, PulledDocument>();
  const left = [...wanted];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      advance(next.name);
      read.set(next.name, await documentOnServer(source, next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return wanted.flatMap(({ name }) => read.get(name) ?? []);
}

/** The first place with an API document; if there is none, what stands in the way at the first place that answers. */
async function documentOnServer(source: DocumentSource, { name, paths }: Wanted): Promise<PulledDocument> {
  const from = (path: string | undefined): string => `${source.reach.url}${path ?? ""}`;
  let trouble: PulledDocument | undefined;
  for (const path of paths) {
    const answer = await ask(source, path);
    if (typeof answer === "string") {
      trouble ??= { name, from: from(path), read: { problem: answer } };
    } else if (answer.status !== 404 && answer.status !== 410) {
      const found = { name, from: from(path), read: contentOf(name, answer) };
      if (!("problem" in found.read)) {
        return found;
      }
      trouble ??= found;
    }
  }
  const told = paths.length === 1 ? "it is not there (404)" : `there is none of ${publishedAs.join(", ")} (404)`;
  return trouble ?? { name, from: from(paths[0]), read: { problem: told } };
}

/** What the server answers, or why it says nothing of use about this document. What concerns all of them is thrown. */
async function ask(source: DocumentSource, path: string): Promise<FetchedText | string> {
  try {
    return await source.read(path, documentLimits.bytes);
  } catch (error) {
    if (isError(error, "HC2008")) {
      return `it is larger than ${documentLimits.bytes / 1024 ** 2} MB`;
    }
    if (error instanceof HaleconnectError && error.exit === "failure") {
      return error.details.what ?? error.message.split("\n")[0] ?? "it cannot be read";
    }
    throw error;
  }
}

/** Said of a document that the server gives only to whoever is logged in. */
export const LOCKED = "the server gives it only after a login";

function contentOf(name: string, { status, text, location }: FetchedText): PulledDocument["read"] {
  if (status === 401 || status === 403) {
    return { problem: `${LOCKED} (${String(status)})` };
  }
  if (status >= 300 && status < 400) {
    return { problem: `the server points elsewhere, which is not followed: ${originOf(location)} (${String(status)})` };
  }
  if (status !== 200) {
    return { problem: `the server answers with status ${String(status)}` };
  }
  try {
    return readApiDocument(name, text);
  } catch (error) {
    return { problem: problemOf(name, error) };
  }
}

/** Without path and query, which may hold a secret. */
function originOf(location: string | undefined): string {
  return location !== undefined && URL.canParse(location) ? new URL(location).origin : "another path";
}

import { BrokenDocument, readApiDocument } from "../../binding/documents";
import type { ContractFile } from "../../binding/file/model";
import { documentsAt, type KnownDocument } from "../../binding/file/servers";
import { changedSince } from "../../binding/pulling/holding/since";
import { changesInWords } from "../contract/changes-in-words";
import { HaleconnectError } from "../../errors";
import type { KnownSoFar } from "./finding";

/** What changed on the server since the contract file was pulled; and how many documents cannot be read. */
export async function changesOnServer(
  content: ContractFile,
  { probe, reach, token, documents }: KnownSoFar,
): Promise<{ readonly says: readonly string[]; readonly isAnyGone: boolean; readonly unread: number }> {
  if (probe === undefined || reach === undefined) {
    return { says: [], isAnyGone: false, unread: 0 };
  }
  const textOf = async (path: string): Promise<string> => {
    try {
      return documents?.get(path) ?? (await probe.look(path, token)).text;
    } catch (error) {
      if (error instanceof HaleconnectError) {
        return "";
      }
      throw error;
    }
  };
  const now = await Promise.all(
    documentsAt(reach.url, content).map(async (it) => {
      for (const path of it.paths) {
        const found = readOrNothing(it, await textOf(path));
        if (found.length > 0) {
          return found;
        }
      }
      return [];
    }),
  );
  const changed = changedSince(content, now.flat());
  const compared = Object.values(content.documents).filter(({ digest }) => digest !== undefined);
  return {
    unread: compared.length - now.flat().length,
    says: changed.map(changesInWords),
    isAnyGone: changed.some((it) => it.changed.some(({ isGone }) => isGone)),
  };
}

function readOrNothing({ name }: KnownDocument, text: string) {
  try {
    return [readApiDocument(name, text)];
  } catch (error) {
    if (error instanceof BrokenDocument) {
      return [];
    }
    throw error;
  }
}

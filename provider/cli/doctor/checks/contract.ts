import { isForServer, originsIn } from "../../../binding/file/servers";
import type { ContractFile } from "../../../binding/file/model";
import { HaleconnectError } from "../../../errors";
import { changesOnServer } from "../changes-on-server";
import { failed, findingOf, ok, warning, type Check, type Examined, type KnownSoFar } from "../finding";

const DAY = 24 * 60 * 60 * 1000;

/** A platform may change; after so many days it is worth while to look again. */
const OLD = 90;

const PULL = "Run `haleconnect contract pull` again: it says what changed on the server, and keeps what you decided.";

/** Which contract file is in force, how old it is, and whether it is for this server and for its documents of today. */
export const checkContract: Check = async (known) => {
  const { contract, reach, identity } = known;
  if (contract === undefined) {
    return identity === "platform" || identity === "unknown"
      ? warning(
          "no contract file: operations whose form is not publicly known are not sent",
          "Run `haleconnect contract pull`, and confirm the operations in the file that it writes.",
        )
      : ok("no contract file");
  }
  const { file, content } = contract;
  if (content instanceof HaleconnectError) {
    return findingOf(content);
  }
  const says = `${file}, ${ageOf(content, known.today)}`;
  const isEmbedded = identity === "emulator" || identity === "rehearsal";
  if (reach !== undefined && !isEmbedded && !isForServer(content, reach.url)) {
    return failed(
      `${says}, is for ${originsIn(content).join(" and ")}, not for ${reach.url}`,
      "Set HALECONNECT_CONTRACT to the file of this server, or run `haleconnect contract pull`.",
      "usage",
    );
  }
  return (isEmbedded ? undefined : await changesSince(content, says, known)) ?? judgedByAge(content, says, known);
};

async function changesSince(content: ContractFile, says: string, known: KnownSoFar): Promise<Examined | undefined> {
  const changes = await changesOnServer(content, known);
  const unread =
    changes.unread === 0
      ? []
      : [`${String(changes.unread)} ${changes.unread === 1 ? "document" : "documents"} cannot be compared`];
  if (changes.says.length + unread.length === 0) {
    return undefined;
  }
  const all = `${says}; ${[...changes.says, ...unread].join("; ")}`;
  return changes.isAnyGone ? failed(all, PULL) : warning(all, PULL);
}

function judgedByAge({ pulled }: ContractFile, says: string, { today }: KnownSoFar): Examined {
  const isOld = pulled !== undefined && today - Date.parse(pulled) > OLD * DAY;
  return isOld ? warning(says, PULL) : ok(says);
}

function ageOf({ pulled }: ContractFile, today: number): string {
  if (pulled === undefined) {
    return "of unknown age";
  }
  const days = Math.floor((today - Date.parse(pulled)) / DAY);
  return `pulled ${pulled}, ${days} ${days === 1 ? "day" : "days"} ago`;
}

import { HaleconnectError } from "../../../errors";
import { failed, findingOf, ok, warning, type Check } from "../finding";

const DAY = 24 * 60 * 60 * 1000;

/** A platform may change; after so many days it is worth while to look again. */
const OLD = 90;

/** Which contract file is in force, how old it is, and whether it is for this server. */
export const checkContract: Check = ({ contract, reach, identity, today }) => {
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
  const { pulled, servers } = content;
  const says = `${file}, ${pulled === undefined ? "of unknown age" : `pulled ${pulled}, ${ageOf(pulled, today)}`}`;
  const isEmbedded = identity === "emulator" || identity === "rehearsal";
  if (reach !== undefined && !isEmbedded && !servers.includes(reach.url)) {
    return failed(
      `${says}, is for ${servers.join(" and ")}, not for ${reach.url}`,
      "Set HALECONNECT_CONTRACT to the file of this server, or run `haleconnect contract pull`.",
      "usage",
    );
  }
  const isOld = pulled !== undefined && today - Date.parse(pulled) > OLD * DAY;
  return isOld ? warning(says, "Run `haleconnect contract pull` again: it says what changed on the server.") : ok(says);
};

function ageOf(pulled: string, today: number): string {
  const days = Math.floor((today - Date.parse(pulled)) / DAY);
  return `${days} ${days === 1 ? "day" : "days"} ago`;
}

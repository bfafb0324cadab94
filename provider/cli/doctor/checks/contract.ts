import { contractInForce } from "../contract-in-force";
import { failed, ok, warning, type Check } from "../finding";

const DAY = 24 * 60 * 60 * 1000;

/** A platform may change; after so many days it is worth while to look again. */
const OLD = 90;

/** Which contract file is in force, how old it is, and whether it is for this server. */
export const checkContract: Check = ({ env, folder, reach, identity, today }) => {
  const found = contractInForce(env, folder);
  if (found === undefined) {
    return identity === "platform" || identity === "unknown"
      ? warning(
          "no contract file: operations whose form is not publicly known are not sent",
          "Run `haleconnect contract pull`, and confirm the operations in the file that it writes.",
        )
      : ok("no contract file");
  }
  if ("problem" in found) {
    return failed(
      `${found.file}: ${found.problem}`,
      "Correct the file, or pull it again with `haleconnect contract pull`.",
      "usage",
    );
  }
  const { file, servers, pulled } = found;
  const days = pulled === undefined ? undefined : Math.floor((today - Date.parse(pulled)) / DAY);
  const says = `${file}, ${days === undefined ? "of unknown age" : `pulled ${pulled ?? ""}, ${days} ${days === 1 ? "day" : "days"} ago`}`;
  if (
    reach !== undefined &&
    identity !== "emulator" &&
    !servers.some((server) => new URL(server).origin === reach.url)
  ) {
    return failed(
      `${says}, is for ${servers.join(", ")}, not for ${reach.url}`,
      "Set HALECONNECT_CONTRACT to the file of this server, or run `haleconnect contract pull`.",
      "usage",
    );
  }
  return days !== undefined && days > OLD
    ? warning(says, "Run `haleconnect contract pull` again: it says what changed on the server.")
    : ok(says);
};

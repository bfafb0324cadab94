import { isForServer } from "../../../binding/file/servers";
import { accounts } from "../../../contract";
import type { Identity } from "../../../client/identity";
import { isError } from "../../../errors";
import { findingOf, ok, skipped, warning, type Check, type Examined } from "../finding";

/** Whether a hale»connect answers, by what needs no login. */
export const checkServer: Check = async ({ probe, contract, reach }) => {
  if (probe === undefined) {
    return skipped("there is no trusted connection");
  }
  try {
    return said(await probe.identify());
  } catch (error) {
    const content = contract?.content;
    const isNamed =
      content !== undefined && "servers" in content && reach !== undefined && isForServer(content, reach.url);
    return isNamed && isError(error, "HC2010")
      ? ok("another API: not hale»connect's own, but the one that the contract file describes", { identity: "unknown" })
      : findingOf(error);
  }
};

function said(identity: Identity): Examined {
  switch (identity) {
    case "emulator":
      return ok("an embedded hale»connect", { identity });
    case "rehearsal":
      return ok("an embedded hale»connect that speaks as a contract file says", { identity });
    case "platform":
      return ok(`a hale»connect: it publishes ${accounts.service.folder}/swagger.yaml`, { identity });
    case "unknown":
      return warning(
        "it may be a hale»connect, but it does not show that without a login",
        "See the line «documents» for what it shows after the login.",
        { identity },
      );
  }
}

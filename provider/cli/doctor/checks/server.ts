import { accounts } from "../../../contract";
import type { Identity } from "../../../client/identity";
import { findingOf, ok, skipped, warning, type Check, type Examined } from "../finding";

/** Whether a hale»connect answers, by what needs no login. */
export const checkServer: Check = async ({ probe }) => {
  if (probe === undefined) {
    return skipped("there is no trusted connection");
  }
  try {
    return said(await probe.identify());
  } catch (error) {
    return findingOf(error);
  }
};

function said(identity: Identity): Examined {
  switch (identity) {
    case "emulator":
      return ok("an embedded hale»connect", { identity });
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

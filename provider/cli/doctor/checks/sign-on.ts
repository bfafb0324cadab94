import { accounts } from "../../../contract";
import { findingOf, ok, skipped, warning, type Check } from "../finding";

const paths = ["/", `${accounts.service.folder}/swagger.yaml`];

/** Whether people sign in elsewhere. There a login with a password may not exist. */
export const checkSignOn: Check = async ({ probe, credentials }) => {
  if (probe === undefined) {
    return skipped("there is no trusted connection");
  }
  try {
    const place = await probe.signOn(paths);
    if (place === undefined) {
      return ok("no sign of it");
    }
    const says = `the server sends people to ${place} to sign in`;
    return credentials?.kind === "token"
      ? ok(`${says}; a token is given`, { signOn: place })
      : warning(`${says}, so a login with a password may not exist`, useToken, { signOn: place });
  } catch (error) {
    return findingOf(error);
  }
};

export const useToken =
  "Get a token of the platform, and set HALECONNECT_TOKEN to it instead of user name and password.";

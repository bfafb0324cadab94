import type { Credentials } from "../../../client";
import { readWhatIsRight } from "../../../client/settings";
import { contractInForce } from "../contract-in-force";
import { secretsMissing } from "../../stack-config";
import { findingOf, ok, sentence, type Check } from "../finding";

const remedy =
  "Set in the environment what is named here: HALECONNECT_URL, and HALECONNECT_USERNAME with HALECONNECT_PASSWORD, or HALECONNECT_TOKEN.";

/** Whether address and credentials are there, and from where: the environment, or the stack's configuration. */
export const checkSettings: Check = ({ env, config, folder }) => {
  const { settings, error } = readWhatIsRight(env, config);
  const { url, credentials, summary: _summary, contract: _contract, ...others } = settings;
  const contract = contractInForce(env, config, folder);
  // A setting that is wrong must not keep the other checks from running.
  const reach =
    url === undefined
      ? undefined
      : {
          ...readWhatIsRight({}).settings,
          ...others,
          url,
          ...(contract === undefined ? {} : { contract: contract.file }),
        };
  const learnt = {
    ...(reach === undefined ? {} : { reach: reach as Required<typeof reach> }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(contract === undefined ? {} : { contract }),
  };
  if (error !== undefined) {
    const secrets = secretsMissing(env, config).map(sentence);
    return { finding: findingOf(error, [...secrets, remedy].join(" ")).finding, learnt };
  }
  const isFromStack = (env["HALECONNECT_URL"] ?? "") === "" && config !== undefined;
  const place = isFromStack ? `haleconnect:url of the stack ${config.stack}` : "HALECONNECT_URL";
  return ok(`${url ?? ""} (${place}), ${describe(credentials)}`, learnt);
};

function describe(credentials: Credentials | undefined): string {
  if (credentials?.kind === "login") {
    const { username, password } = credentials.from ?? { username: "", password: "" };
    return `login of ${credentials.username} (${username}, ${password})`;
  }
  const beside = credentials?.beside === undefined ? "" : "; user name and password are set too, and not used";
  return `a token (${credentials?.from ?? ""})${beside}`;
}

import { answers } from "./rows/answers";
import { adopted } from "./rows/adopted";
import { checkedTwice } from "./rows/checked-twice";
import { cleared } from "./rows/cleared";
import { drift } from "./rows/drift";
import { faults } from "./rows/faults";
import { forcedReplacement } from "./rows/forced";
import { givenBack } from "./rows/given-back";
import { lackingRights } from "./rows/lacking-rights";
import { options } from "./rows/options";
import { order } from "./rows/order";
import { outputs } from "./rows/outputs";
import { quiet } from "./rows/quiet";
import { recreated } from "./rows/recreated";
import { refusedSecrets } from "./rows/refused-secrets";
import { replaced } from "./rows/replaced";
import { requests } from "./rows/requests";
import { roundTrip } from "./rows/round-trip";
import { secrets } from "./rows/secrets";
import { spellings } from "./rows/spellings";
import { unchanged } from "./rows/unchanged";
import { unknown } from "./rows/unknown";

/** What every kind has to have. */
export const rows = [
  roundTrip,
  unchanged,
  drift,
  cleared,
  replaced,
  recreated,
  adopted,
  unknown,
  faults,
  order,
  secrets,
  requests,
  givenBack,
  answers,
  spellings,
  quiet,
  outputs,
  checkedTwice,
  options,
  refusedSecrets,
  forcedReplacement,
  lackingRights,
] as const;

import { catalogue } from "../../../errors";
import { ok, skipped, warning, type Check } from "../finding";

/** The request budget, and how this run fared with it. */
export const checkBudget: Check = ({ reach, probe }) => {
  if (reach === undefined) {
    return skipped("there is no address");
  }
  const limits = `${reach.requestsPerSecond} requests a second, ${reach.concurrency} at once`;
  const { requests, retries, waits } = probe?.counts ?? { requests: 0, retries: 0, waits: { milliseconds: 0 } };
  if (retries === 0) {
    return ok(
      requests === 0
        ? limits
        : `${limits}; this command sent ${requests}, and the server accepted each one at the first attempt`,
    );
  }
  return warning(
    `${limits}; this command sent ${requests}, ${retries} of them again, after ${Math.ceil(waits.milliseconds / 1000)} seconds of waiting`,
    catalogue.HC2429.remedy,
  );
};

import { isLoopback } from "../../../client/address";
import { wayTo } from "../../../client/agents";
import { findingOf, ok, skipped, type Check } from "../finding";

export const checkProxy: Check = ({ reach }) => {
  if (reach === undefined) {
    return skipped("there is no address");
  }
  if (isLoopback(new URL(reach.url).hostname)) {
    return ok("none: the server is this machine");
  }
  try {
    const way = wayTo(reach.url, reach.ca);
    way.close();
    return way.proxy === undefined
      ? ok("none: HTTPS_PROXY is not set, or NO_PROXY names the server")
      : ok(`${way.proxy} (HTTPS_PROXY)`, { proxy: way.proxy });
  } catch (error) {
    return findingOf(error);
  }
};

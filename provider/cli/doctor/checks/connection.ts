import { greet, Probe } from "../../../client/probing";
import { catalogue } from "../../../errors";
import { failed, findingOf, ok, sentence, skipped, type Check } from "../finding";

/** Whether a connection comes about. Whether it can be trusted is a check of its own. */
export const checkConnection: Check = async ({ reach, isFound, signal }) => {
  if (reach === undefined || isFound === undefined) {
    return skipped(reach === undefined ? "there is no address" : "the server has no known address");
  }
  try {
    const greeting = await greet(reach.url, reach.ca, signal);
    switch (greeting.kind) {
      case "greeting": {
        const says = `the server answers within ${Math.round(greeting.took)} ms`;
        return ok(says, { greeting, probe: new Probe(reach, signal) });
      }
      case "untrusted":
      case "noTls": {
        const { remedy } = catalogue[greeting.kind === "untrusted" ? "HC2002" : "HC2012"];
        return ok("a connection comes about", { distrust: { says: greeting.reason, remedy } });
      }
      default: {
        const { remedy } = catalogue[greeting.kind === "proxy" ? "HC2009" : "HC2001"];
        return failed(sentence(greeting.reason), remedy, "unreachable");
      }
    }
  } catch (error) {
    return findingOf(error);
  }
};

import dns from "node:dns";
import { connectionTroubleInWords } from "../../errors";
import { CONNECT_WITHIN } from "../agents";

/** The addresses of a host, as this machine finds them; or why there are none, in words. */
export async function lookUp(host: string): Promise<readonly string[] | string> {
  try {
    const found = await Promise.race([dns.promises.lookup(host, { all: true }), tooLate()]);
    return found === "late"
      ? `the name server does not answer within ${CONNECT_WITHIN / 1000} seconds`
      : found.map(({ address }) => address);
  } catch (error) {
    return connectionTroubleInWords(error as NodeJS.ErrnoException & { code: string }, host);
  }
}

function tooLate(): Promise<"late"> {
  return new Promise((resolve) => setTimeout(resolve, CONNECT_WITHIN, "late").unref());
}

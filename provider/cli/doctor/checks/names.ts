import net from "node:net";
import { lookUp } from "../../../client/probing";
import { failed, ok, sentence, skipped, type Check } from "../finding";

export const checkNames: Check = async ({ reach, proxy }) => {
  if (reach === undefined) {
    return skipped("there is no address");
  }
  const host = new URL(reach.url).hostname.replace(/^\[|\]$/g, "");
  if (net.isIP(host) !== 0) {
    return ok(`${host} is an IP address, and needs no name server`, { isFound: true });
  }
  if (proxy !== undefined) {
    return { ...skipped(`the proxy ${proxy} looks ${host} up`), learnt: { isFound: true } };
  }
  const found = await lookUp(host);
  return typeof found === "string"
    ? failed(sentence(found), "Check the host in HALECONNECT_URL, and the name server of this machine.", "unreachable")
    : ok(`${host} is ${listed(found)}`, { isFound: true });
};

function listed(addresses: readonly string[]): string {
  const more = addresses.length - 2;
  return `${addresses.slice(0, 2).join(" and ")}${more > 0 ? `, and ${more} more` : ""}`;
}

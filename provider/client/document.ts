import type { Exchange } from "./exchange";
import type { Answer } from "./outcome";
import type { Session } from "./session";

/** Asks for a document of the server; at most so many bytes. Credentials go along only where it is not there without them. */
export async function readDocument(
  exchange: Exchange,
  session: Session | undefined,
  {
    path,
    most,
    isRepeatable = true,
  }: { readonly path: string; readonly most: number; readonly isRepeatable?: boolean },
): Promise<Answer> {
  const get = (token?: string): Promise<Answer> => {
    const info = { name: "readDocument", inWords: `GET ${path}`, isRepeatable, wantsJson: false };
    const accept = "application/yaml, application/json, */*;q=0.5";
    const headers = { accept, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
    return exchange.send(info, { method: "GET", url: `${exchange.server}${path}`, headers, mostBytes: most });
  };
  const open = await get();
  const isLocked = open.status === 401 || open.status === 403;
  return isLocked && session !== undefined ? get((await session.token()).value) : open;
}

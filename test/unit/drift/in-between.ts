import { serve, type ScriptedServer } from "../client/scripted-server";

/** Stands between a client and a platform, and may say something else than the platform does. */
export function inBetween(platform: string, say: (path: string, real: string) => string): Promise<ScriptedServer> {
  return serve(({ method, path, headers, body }, response) => {
    const { authorization = "", "content-type": type = "application/json" } = headers;
    void fetch(`${platform}${path}`, {
      method,
      headers: { "content-type": type, ...(authorization === "" ? {} : { authorization }) },
      ...(body === "" ? {} : { body }),
    }).then(async (answer) => {
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "application/json" });
      response.end(say(path, await answer.text()));
    });
  });
}

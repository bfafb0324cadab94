import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:http";
import { appOf, type SeenRequest } from "./app";
import { seal } from "./core/secrets";
import { State } from "./core/state";

/** A running platform, with the login of its administrator. */
export interface Foreign {
  url: string;
  username: string;
  password: string;
  requests(): SeenRequest[];
  close(): Promise<void>;
}

const username = "operator";

/** The platform begins with one administrator and no organization. */
function beginning(password: string): State {
  const state = new State();
  const { account_id } = state.addAccount({
    login: username,
    person: { full_name: "Platform Operator", mail: "operator@platform.example" },
    active: true,
    platform_administrator: true,
    home_organization_id: null,
  });
  state.secrets.set(account_id, seal(password));
  return state;
}

/** Starts a platform on this machine. Without a port it takes a free one. */
export async function startForeign(options: { port?: number } = {}): Promise<Foreign> {
  const password = randomBytes(12).toString("base64url");
  const seen: SeenRequest[] = [];
  const server = createServer(appOf(beginning(password), (request) => seen.push(request)));
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    username,
    password,
    requests: () => [...seen],
    async close() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

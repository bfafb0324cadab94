import type { Roles } from "../provider/contract";
import { hashPassword } from "./access/passwords";
import { randomSecret } from "./access/secrets";
import { Sessions } from "./access/sessions";
import { settleAdministrator } from "./administrator";
import { createApplication } from "./server/application";
import { listen } from "./server/listen";
import type { Rehearsal } from "./server/rehearsal";
import { implementations } from "./services";
import type { Platform } from "./services/implement";
import { Outbox } from "./services/outbox";
import { JobPlan } from "./services/workflows/job-plan";
import type { Storage } from "./storage/storage";
import { World } from "./world/world";

export interface EmulatorOptions {
  /** 0 takes a free one. */
  readonly port?: number;
  /** Address to listen on; this machine alone unless told otherwise. */
  readonly host?: string;
  /** Where to keep everything; without it nothing outlives the emulator. */
  readonly dataDirectory?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly tokenLifetimeSeconds?: number;
  /** Makes up the keys of mailed links and the tokens of organisations; random unless told otherwise. */
  readonly newSecret?: () => string;
  /** Otherwise that of the environment (HALECONNECT_EMULATOR_PASSWORD), the one kept, or a new one. */
  readonly administratorPassword?: string;
  /** What hashing a password costs, as scrypt's N: a power of two. Less than Node's default is for tests only. */
  readonly passwordCost?: number;
  /** False leaves `X-Total-Count` out, as a server might. */
  readonly withTotalCount?: boolean;
  /** A roles file in the form of the platform's roles.json; without it the platform's own roles. */
  readonly roles?: string;
  /** Nobody logs in with a password: an identity provider signs people in, which the control endpoint stands for. */
  readonly singleSignOn?: boolean;
  /** A member can be given further roles in the same organisation. */
  readonly severalRoles?: boolean;
  /** A contract file. The emulator then serves paths, names, values and pages as that file says. */
  readonly contract?: string;
}

export interface Emulator {
  readonly url: string;
  /** Login of the administrator. */
  readonly username: string;
  readonly password: string;
  /** With single sign-on: a token of the administrator, who cannot log in with the password. */
  readonly token?: string;
  /** What it cannot serve as its contract file says, each with its place in the file. */
  readonly remarks: readonly string[];
  /** Leaves no connection, timer or lock behind. */
  close(): Promise<void>;
}

export async function startOn(storage: Storage, options: EmulatorOptions, wanted?: string): Promise<Emulator> {
  const rehearsal = options.contract === undefined ? undefined : rehearsalOf(options.contract);
  const world = new World(options.roles === undefined ? undefined : rolesIn(options.roles));
  for (const event of storage.events) {
    world.apply(event);
  }
  storage.blobs.sweep((sha256) => world.fileUses.has(sha256));
  world.fileUses.takeUnused();
  let url = "";
  const platform = platformOn(world, storage, options, () => url);
  const login = await settleAdministrator(platform, storage, wanted);
  const { application, settled } = createApplication({
    platform,
    blobs: () => storage.blobs.inHand((sha256) => world.fileUses.has(sha256)),
    implementations,
    withTotalCount: options.withTotalCount ?? true,
    rehearsal,
  });
  const server = await listen(application, options.host ?? "127.0.0.1", options.port ?? 0);
  url = server.url;
  return {
    url,
    ...login,
    ...(platform.singleSignOn ? { token: tokenOf(platform, login.username) } : {}),
    remarks: rehearsal?.remarksAt(url) ?? [],
    close: async () => {
      await server.close();
      await settled();
      storage.close();
    },
  };
}

function rolesIn(file: string): Roles {
  // Loaded only with a roles file: YAML takes time.
  const { readRolesFile } = require("./roles-file") as typeof import("./roles-file");
  return readRolesFile(file);
}

function tokenOf({ world, sessions }: Platform, username: string): string {
  return sessions.issue(world.users.named(username)?.id ?? "");
}

function rehearsalOf(contract: string): Rehearsal {
  // Loaded only with a contract file: YAML and the models of a document take time.
  const rehearsal = require("./server/rehearsal") as typeof import("./server/rehearsal");
  return rehearsal.rehearsalOf(contract, implementations);
}

function platformOn(world: World, storage: Storage, options: EmulatorOptions, url: () => string): Platform {
  const now = options.now ?? Date.now;
  return {
    world,
    sessions: new Sessions(storage.tokenSecret, now, options.tokenLifetimeSeconds),
    now,
    singleSignOn: options.singleSignOn === true,
    severalRoles: options.severalRoles === true,
    outbox: new Outbox(),
    jobPlan: new JobPlan(),
    url,
    newSecret: options.newSecret ?? randomSecret,
    hashPassword: (password) => hashPassword(password, options.passwordCost),
    keepLogin: ({ administrator, username }, password) => {
      if (administrator) {
        storage.keepLogin({ username, password });
      }
    },
    commit: (event) => {
      storage.append(event);
      world.apply(event);
      storage.blobs.drop(world.fileUses.takeUnused());
    },
  };
}

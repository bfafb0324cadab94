import { hashPassword, isPassword, randomPassword } from "./access/passwords";
import { Sessions } from "./access/sessions";
import { createApplication } from "./server/application";
import { listen } from "./server/listen";
import { implementations } from "./services";
import type { Platform } from "./services/implement";
import type { Login, Storage } from "./storage/storage";
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
  /** Otherwise that of the environment (HALECONNECT_EMULATOR_PASSWORD), the one kept, or a new one. */
  readonly administratorPassword?: string;
  /** False leaves `X-Total-Count` out, as a server might. */
  readonly withTotalCount?: boolean;
}

export interface Emulator {
  readonly url: string;
  /** Login of the administrator. */
  readonly username: string;
  readonly password: string;
  /** Leaves no connection, timer or lock behind. */
  close(): Promise<void>;
}

const administratorName = "admin";

export async function startOn(storage: Storage, options: EmulatorOptions, wanted?: string): Promise<Emulator> {
  const now = options.now ?? Date.now;
  const world = new World();
  for (const event of storage.events) {
    world.apply(event);
  }
  const platform: Platform = {
    world,
    sessions: new Sessions(storage.tokenSecret, now, options.tokenLifetimeSeconds),
    now,
    commit: (event) => {
      storage.append(event);
      world.apply(event);
    },
  };
  const login = await settleAdministrator(platform, storage, wanted);
  const { application, settled } = createApplication({
    platform,
    implementations,
    withTotalCount: options.withTotalCount ?? true,
  });
  const server = await listen(application, options.host ?? "127.0.0.1", options.port ?? 0);
  return {
    url: server.url,
    ...login,
    close: async () => {
      await server.close();
      await settled();
      storage.close();
    },
  };
}

/**
 * A password that is wanted wins over the one kept. The login is kept first and then compared with the world, so that
 * a kill in between is mended by the next start.
 */
async function settleAdministrator(platform: Platform, storage: Storage, wanted?: string): Promise<Login> {
  const login: Login = {
    username: administratorName,
    password: wanted ?? storage.login?.password ?? randomPassword(),
  };
  if (storage.login?.password !== login.password) {
    storage.keepLogin(login);
  }
  const administrator = platform.world.users.named(administratorName);
  if (administrator === undefined) {
    found(platform, await hashPassword(login.password));
  } else if (!(await isPassword(login.password, administrator.passwordHash ?? ""))) {
    const passwordHash = await hashPassword(login.password);
    platform.commit({ type: "passwordChanged", id: administrator.id, passwordHash });
  }
  return login;
}

/** A fresh platform: the operator's organisation, and its administrator, who is also its Superuser. */
function found({ commit, now, world }: Platform, passwordHash: string): void {
  const id = world.users.nextId;
  const made = { createdBy: id, created: now() };
  // There already when the first start was killed between the two events.
  const begun = world.organisations.all()[0]?.id;
  const organisation = begun ?? world.organisations.nextId;
  if (begun === undefined) {
    commit({ type: "organisationCreated", organisation: { id: organisation, name: "Operator", ...made } });
  }
  const user = {
    id,
    username: administratorName,
    screenName: "Administrator",
    fullName: "Administrator",
    email: "admin@operator.example",
    passwordHash,
    orgRoles: { [organisation]: "orgAdmin" as const },
    administrator: true,
    ...made,
  };
  commit({ type: "userCreated", user });
}

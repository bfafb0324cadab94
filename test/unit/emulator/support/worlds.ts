import type { User } from "../../../../emulator/world/model";
import { World } from "../../../../emulator/world/world";

/** A world with the tree 1 > 2 > 3 and, beside it, 4. */
export function smallTree(): World {
  const world = new World();
  for (const [id, parent] of [["1"], ["2", "1"], ["3", "2"], ["4"]] as const) {
    const organisation = { id, name: `Organisation ${id}`, createdBy: "1", created: 0 };
    world.apply({
      type: "organisationCreated",
      organisation: parent === undefined ? organisation : { ...organisation, parent },
    });
  }
  return world;
}

export function member(orgRoles: Readonly<Record<string, string>>, id = "7"): User {
  return {
    id,
    username: `user${id}`,
    screenName: `User ${id}`,
    fullName: `User ${id}`,
    email: `user${id}@users.example`,
    orgRoles,
    administrator: false,
    createdBy: "1",
    created: 0,
  };
}

export const administrator: User = { ...member({}, "1"), administrator: true };

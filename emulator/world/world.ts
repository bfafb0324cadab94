import type { WorldEvent } from "./events";
import { OrganisationTree } from "./organisation-tree";
import { UserDirectory } from "./user-directory";

/** What the platform knows. It lives in memory and is changed by events only, so a list of events rebuilds it. */
export class World {
  readonly organisations = new OrganisationTree();
  readonly users = new UserDirectory();

  apply(event: WorldEvent): void {
    switch (event.type) {
      case "organisationCreated":
        this.organisations.add(event.organisation);
        break;
      case "organisationUpdated":
        this.organisations.change(event.id, event.changes);
        break;
      case "organisationDeleted":
        this.users.dropOrganisation(event.id);
        this.organisations.remove(event.id);
        break;
      case "userCreated":
        this.users.add(event.user);
        break;
      case "passwordChanged":
        this.users.changePassword(event.id, event.passwordHash);
        break;
    }
  }
}

/** The world for those who ask it: questions only. */
export interface WorldView {
  readonly organisations: Omit<OrganisationTree, "add" | "change" | "remove">;
  readonly users: Omit<UserDirectory, "add" | "changePassword" | "dropOrganisation">;
}

import { deactivation } from "./deactivation";
import { invitations } from "./invitations";
import { login } from "./login";
import { members } from "./members";
import { organisationLogo } from "./organisation-logo";
import { organisations } from "./organisations";
import { passwords } from "./passwords";
import { permissions } from "./permissions";
import { registration } from "./registration";
import { sharing } from "./sharing";
import { system } from "./system";
import { tokens } from "./tokens";
import { users } from "./users";

export const accountsService = [
  login,
  ...users,
  ...deactivation,
  ...passwords,
  ...registration,
  ...organisations,
  ...organisationLogo,
  ...sharing,
  ...members,
  ...invitations,
  ...tokens,
  ...permissions,
  ...system,
];

import { login } from "./login";
import { organisations } from "./organisations";
import { permissions } from "./permissions";
import { users } from "./users";

export const accountsService = [login, ...users, ...organisations, ...permissions];

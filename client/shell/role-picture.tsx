import client from "../../assets/pictures/node-client.svg";
import router from "../../assets/pictures/node-router.svg";
import server from "../../assets/pictures/node-server.svg";
import type { Role } from "../../shared/contract/mission.ts";

const pictures: Readonly<Record<Role, string>> = { client, router, server };

/** The silhouette of a role. Its name always stands beside it, so it says nothing to a screen reader. */
export const RolePicture = ({ role, size }: { readonly role: Role; readonly size: number }) => (
  <img src={pictures[role]} alt="" width={size} height={size} />
);

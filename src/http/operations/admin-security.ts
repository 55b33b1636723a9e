/** How the OpenAPI document says that a route is for administrators; the scheme is registered in `admin-routes.ts`. */
export const ADMIN_SECURITY: { readonly admin: string[] }[] = [{ admin: [] }];

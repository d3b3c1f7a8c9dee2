declare const profile: unknown;
export default profile;

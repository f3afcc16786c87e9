// The build makes this module: it imports every file of this folder, so that a new view is a new file and nothing else.
declare module "all-views";

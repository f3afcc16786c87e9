function push() {}
function pushButtons() { return null; }

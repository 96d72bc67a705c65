// Loaded before Azurite. The starting program holds the other end of stdin: when it closes that end,
// or dies in whatever way, the emulator saves its data and ends.
process.stdin.on("close", () => process.emit("SIGTERM"));
process.stdin.resume();

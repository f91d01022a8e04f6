// SPDX-License-Identifier: Apache-2.0
// What both programs do when memory is exhausted.
#pragma once

namespace errcat::tool {

/// Makes the program print "PROGRAM: out of memory" and end with status 2 where `new` would throw std::bad_alloc.
/// Unwinding the stack is not an option: destructors of nlohmann_json need memory, and one that throws aborts the
/// program. `clean_up` is called first. `program` must outlive the program's main function.
void exit_when_out_of_memory(const char* program, void (*clean_up)() noexcept) noexcept;

}  // namespace errcat::tool

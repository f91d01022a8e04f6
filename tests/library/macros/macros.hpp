// SPDX-License-Identifier: Apache-2.0
// Identifiers that widely used headers define as macros. Here their expansion never compiles, so that a header which
// uses one as a name is noticed.
#pragma once

#define ERRCAT_A_MACRO )this identifier is a macro in other headers(

// Qt
#define slots ERRCAT_A_MACRO
#define signals ERRCAT_A_MACRO
#define emit ERRCAT_A_MACRO
#define foreach ERRCAT_A_MACRO
#define forever ERRCAT_A_MACRO
// X11
#define None ERRCAT_A_MACRO
#define Success ERRCAT_A_MACRO
#define Status ERRCAT_A_MACRO
#define Bool ERRCAT_A_MACRO
#define Always ERRCAT_A_MACRO
#define True ERRCAT_A_MACRO
#define False ERRCAT_A_MACRO
#define Unsorted ERRCAT_A_MACRO
// Windows
#define ERROR ERRCAT_A_MACRO
#define NO_ERROR ERRCAT_A_MACRO
#define DELETE ERRCAT_A_MACRO
#define IN ERRCAT_A_MACRO
#define OUT ERRCAT_A_MACRO
#define OPTIONAL ERRCAT_A_MACRO
#define CONST ERRCAT_A_MACRO
#define near ERRCAT_A_MACRO
#define far ERRCAT_A_MACRO
#define small ERRCAT_A_MACRO
#define interface ERRCAT_A_MACRO
#define min(a, b) ERRCAT_A_MACRO
#define max(a, b) ERRCAT_A_MACRO
#define GetMessage ERRCAT_A_MACRO
// The C library and the BSDs
#define major(device) ERRCAT_A_MACRO
#define minor(device) ERRCAT_A_MACRO
#define makedev(major, minor) ERRCAT_A_MACRO
#define unix ERRCAT_A_MACRO
#define linux ERRCAT_A_MACRO
#define HOST_NOT_FOUND ERRCAT_A_MACRO
#define TRY_AGAIN ERRCAT_A_MACRO
#define NO_DATA ERRCAT_A_MACRO
// Catch2, Boost.Test, glib, macOS
#define check(...) ERRCAT_A_MACRO
#define verify(...) ERRCAT_A_MACRO
#define require(...) ERRCAT_A_MACRO
#define CHECK(...) ERRCAT_A_MACRO
#define REQUIRE(...) ERRCAT_A_MACRO
#define g_assert(...) ERRCAT_A_MACRO

// SPDX-License-Identifier: Apache-2.0
// Exits with 0 if the table is there.
#include <ims/errors.hpp>

int main() { return ims::errors.size() == 177 && ims::errors["IMG.0024"].status() == 400 ? 0 : 1; }

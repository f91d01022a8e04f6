// SPDX-License-Identifier: Apache-2.0
// Chooses at run time which change of a program takes effect: ERRCAT_MUTANT is its number. The file ERRCAT_REACHED gets
// a byte for each change that the program reaches. Included by the changed copies of all sources; see mutate.py.
#pragma once

#include <cstdlib>
#include <string>
#include <type_traits>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

// A change of a constant expression must be chosen when compiling; mutate.py then adds this header.
#if __has_include(<errcat_chosen_mutant.hpp>)
#include <errcat_chosen_mutant.hpp>
#else
#define ERRCAT_CHOSEN_MUTANT 0
#endif

namespace errcat_mutant {

struct choice {
  int number = 0;
  unsigned char* reached = nullptr;
  long count = 0;

  choice() {
    if (const char* const text = std::getenv("ERRCAT_MUTANT")) number = std::atoi(text);
    const char* const file = std::getenv("ERRCAT_REACHED");
    const int descriptor = file == nullptr ? -1 : ::open(file, O_RDWR | O_CLOEXEC);
    struct stat status {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0) return;
    count = status.st_size;
    reached = static_cast<unsigned char*>(
        ::mmap(nullptr, static_cast<std::size_t>(count), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0));
    ::close(descriptor);
  }
};

/// True if change `number` is to take effect.
inline bool at_run_time(int number) {
  static const choice chosen;
  if (chosen.reached != nullptr && number < chosen.count) chosen.reached[number] = 1;
  return chosen.number == number || ERRCAT_CHOSEN_MUTANT == number;
}
constexpr bool at_any_time(int number) {
  if (std::is_constant_evaluated()) return ERRCAT_CHOSEN_MUTANT == number;
  return at_run_time(number);
}

struct run_time {
  static bool is(int number) { return at_run_time(number); }
};
struct any_time {
  static constexpr bool is(int number) { return at_any_time(number); }
};

template <class T> inline constexpr bool is_text = std::is_convertible_v<T, std::string>;

// Comparisons: the bound belongs to the other side, or the order is the reverse.
template <class When, class A, class B> constexpr bool less(int n, const A& a, const B& b) {
  return When::is(n) ? a <= b : When::is(n + 1) ? a > b : a < b;
}
template <class When, class A, class B> constexpr bool less_equal(int n, const A& a, const B& b) {
  return When::is(n) ? a < b : When::is(n + 1) ? a >= b : a <= b;
}
template <class When, class A, class B> constexpr bool greater(int n, const A& a, const B& b) {
  return When::is(n) ? a >= b : When::is(n + 1) ? a < b : a > b;
}
template <class When, class A, class B> constexpr bool greater_equal(int n, const A& a, const B& b) {
  return When::is(n) ? a > b : When::is(n + 1) ? a <= b : a >= b;
}

// Arithmetic: another operator. A sum of strings loses its right part.
template <class When, class A, class B> constexpr auto plus(int n, A&& a, B&& b) {
  using sum = std::decay_t<decltype(std::forward<A>(a) + std::forward<B>(b))>;
  if constexpr (is_text<sum>) {
    if (When::is(n)) return sum(std::forward<A>(a));
  } else {
    if (When::is(n)) return static_cast<sum>(a - b);
  }
  return sum(std::forward<A>(a) + std::forward<B>(b));
}
#define ERRCAT_MUTANT_OPERATOR(name, original, changed)                          \
  template <class When, class A, class B> constexpr auto name(int n, A a, B b) { \
    using result = decltype(a original b);                                       \
    return When::is(n) ? static_cast<result>(changed) : a original b;            \
  }
ERRCAT_MUTANT_OPERATOR(minus, -, a - b + 1)
ERRCAT_MUTANT_OPERATOR(times, *, a + b)
ERRCAT_MUTANT_OPERATOR(divided, /, a* b)
ERRCAT_MUTANT_OPERATOR(modulo, %, a / b)
ERRCAT_MUTANT_OPERATOR(bit_and, &, a | b)
ERRCAT_MUTANT_OPERATOR(bit_or, |, a& b)
ERRCAT_MUTANT_OPERATOR(bit_xor, ^, a | b)
ERRCAT_MUTANT_OPERATOR(shifted_left, <<, a >> b)
ERRCAT_MUTANT_OPERATOR(shifted_right, >>, a << b)
#undef ERRCAT_MUTANT_OPERATOR

}  // namespace errcat_mutant

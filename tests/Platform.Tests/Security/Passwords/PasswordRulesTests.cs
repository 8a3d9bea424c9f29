using Waymark.Platform.Security.Passwords;

namespace Waymark.Platform.Tests.Security.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("password")]
    [InlineData("Password123")]
    [InlineData("12345678")]
    [InlineData("qwertyuiop")]
    [InlineData("iloveyou")]
    [InlineData("LetMeIn123!")]
    [InlineData("aaaaaaaa")]
    [InlineData("abcdefgh")]
    [InlineData("sunshine")]
    [InlineData("football2024")]
    [InlineData("\uFF50\uFF41\uFF53\uFF53word")]
    public void What_guessers_try_first_is_refused(string password) => Assert.Contains("guessed first", PasswordRules.Refuse(password));

    [Theory]
    [InlineData("waymark2026")]
    [InlineData("Waymark!!!!")]
    [InlineData("ada.lovelace")]
    [InlineData("lovelace1815")]
    [InlineData("ADA.LOVELACE@example.org")]
    public void Little_more_than_a_known_word_is_refused(string password) =>
        Assert.Contains("little more", PasswordRules.Refuse(password, "ada.lovelace@example.org", "Ada Lovelace"));

    [Theory]
    [InlineData("correct horse battery staple")]
    [InlineData("Tr0ub4dor&3x")]
    [InlineData("Waymark-Test-123!")]
    [InlineData("lovelace writes programs")]
    [InlineData("8charsOK")]
    [InlineData("пароль-для-проверки")]
    [InlineData("\ud83d\udc0e\ud83d\udd0b\ud83d\udccc\ud83e\udd84\ud83c\udf40\ud83c\udf0d\ud83d\ude80\ud83c\udf1b")]
    public void Anything_else_may_be_set(string password) => Assert.Null(PasswordRules.Refuse(password, "ada.lovelace@example.org", "Ada Lovelace"));

    [Fact]
    public void Length_is_counted_in_code_points()
    {
        var horse = "\ud83d\udc0e";
        Assert.Contains("too short", PasswordRules.Refuse(string.Concat(Enumerable.Repeat(horse, 7))));
        Assert.Null(PasswordRules.Refuse("q" + string.Concat(Enumerable.Repeat(horse, 255))));
        Assert.Contains("too long", PasswordRules.Refuse("q" + string.Concat(Enumerable.Repeat(horse, 256))));
        Assert.Contains("too short", PasswordRules.Refuse(""));
    }

    [Fact]
    public void Ill_formed_text_is_refused() => Assert.Contains("Unicode", PasswordRules.Refuse("abcdefgh\ud800xyz"));

    [Fact]
    public void The_list_is_long() => Assert.True(CommonPasswords.Count >= 100_000);
}
